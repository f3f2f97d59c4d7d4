package com.gloebit.simulator.program;

import com.gloebit.simulator.OpenBehaviour;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options. */
final class OptionValues {
    private static final int MAX_PORT = 65_535;

    private OptionValues() {}

    static String word(OpenBehaviour behaviour) {
        return behaviour.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static final class Port implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > MAX_PORT) {
                throw new TypeConversionException(value + "; 0 (any free port) to " + MAX_PORT + " is allowed");
            }
            return Integer.parseInt(value);
        }
    }

    static final class Account implements ITypeConverter<Map.Entry<String, BigDecimal>> {
        @Override
        public Map.Entry<String, BigDecimal> convert(String value) {
            int colon = value.lastIndexOf(':');
            Optional<BigDecimal> balance = colon < 1 ? Optional.empty() : Gloebits.parse(value.substring(colon + 1));
            return Map.entry(
                    value.substring(0, Math.max(colon, 0)),
                    balance.orElseThrow(
                            () -> new TypeConversionException(value + "; NAME:BALANCE is allowed, such as ada:100")));
        }
    }

    static final class Key implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            if (value.isBlank()) {
                throw new TypeConversionException("the value is blank; give some text");
            }
            return value;
        }
    }

    static final class Prefix implements ITypeConverter<URI> {
        @Override
        public URI convert(String value) {
            try {
                URI uri = URI.create(value);
                if (uri.isAbsolute() && uri.getHost() != null) {
                    return uri;
                }
            } catch (IllegalArgumentException e) {
                // Reported below, like a URI without a host.
            }
            throw new TypeConversionException(value + "; an absolute URI is allowed, such as http://localhost:8080/");
        }
    }

    static final class Open implements ITypeConverter<OpenBehaviour> {
        @Override
        public OpenBehaviour convert(String value) {
            String word = value.toLowerCase(Locale.ROOT).replace('_', '-');
            return Arrays.stream(OpenBehaviour.values())
                    .filter(behaviour -> word(behaviour).equals(word))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(value + "; allowed are "
                            + Arrays.stream(OpenBehaviour.values())
                                    .map(OptionValues::word)
                                    .collect(Collectors.joining(", "))));
        }
    }
}
