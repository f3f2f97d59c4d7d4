package com.gloebit.examples.usage;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports a wrong command line and prints the usage. It repeats no unknown argument, which may be a secret. */
public final class WrongUsage implements IParameterExceptionHandler {
    private static final String UNKNOWN_OPTION = "--[a-z-]+(=.*)?";

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine line = wrong.getCommandLine();
        PrintWriter err = line.getErr();
        err.println(line.getCommandSpec().qualifiedName() + ": " + message(wrong));
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            UnmatchedArgumentException.printSuggestions(unmatched, err);
        }
        err.println();
        line.usage(err, line.getColorScheme());
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String message(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            return first.matches(UNKNOWN_OPTION)
                    ? first.replaceFirst("=.*", "") + " is no option"
                    : "there is an argument that belongs to no option";
        }
        if (wrong instanceof MaxValuesExceededException || wrong instanceof MutuallyExclusiveArgsException) {
            return "these arguments do not go together, or one of them is given twice";
        }
        if (wrong.getArgSpec() instanceof OptionSpec option && option.arity().max() == 0) {
            return option.longestName() + " takes no value";
        }
        return String.valueOf(wrong.getMessage()).replaceFirst("^Error: ", "");
    }
}
