package com.gloebit.reactive.internal.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.internal.hold.JournalFinding;
import com.gloebit.reactive.internal.purchase.PurchaseResult.End;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule, written out a second time: how it ended, whether a request is open, what the journal says, what is told. */
class PurchaseResultTest {
    private static final List<String[]> TABLE =
            Stream.of("""
                    ACCEPTED          any   any                                                      RECEIPT
                    NOT_BEGUN         any   ENACTED                                                  RECEIPT
                    NOT_BEGUN         any   CANCELLED_OR_VETOED                                      CANCELLED
                    TOO_FEW_GLOEBITS  any   VETO_CONFIRMED                                           FAILURE
                    TOO_FEW_GLOEBITS  none  NO_JOURNAL                                               FAILURE
                    FAILED            none  NO_JOURNAL|VETO_CONFIRMED                                FAILURE
                    NOT_BEGUN         none  NO_JOURNAL|NOTHING|NOT_RECORDED|ANOTHER_PURCHASE         FAILURE
                    NOT_BEGUN         none  MAYBE_THIS_PURCHASE|UNREADABLE                           BLOCKED_IN_DOUBT
                    any               any   any                                                      IN_DOUBT
                    """.split("\n")).map(line -> line.trim().split(" +")).toList();

    static Stream<Arguments> everything() {
        return Arrays.stream(End.values())
                .flatMap(end -> Stream.of(true, false)
                        .flatMap(open -> Arrays.stream(JournalFinding.values())
                                .map(journal -> Arguments.of(end, open, journal))));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void everyCombinationEndsAsTheFirstMatchingRowSays(End end, boolean hasOpenRequest, JournalFinding journal) {
        String[] row = TABLE.stream()
                .filter(cells -> fits(cells[0], end.name())
                        && fits(cells[1], hasOpenRequest ? "open" : "none")
                        && fits(cells[2], journal.name()))
                .findFirst()
                .orElseThrow();

        assertThat(PurchaseResult.of(end, hasOpenRequest, journal)).isEqualTo(PurchaseResult.valueOf(row[3]));
    }

    private static boolean fits(String cell, String value) {
        return cell.equals("any") || List.of(cell.split("\\|")).contains(value);
    }

    /** The four ways to say NOT_DONE of a purchase; a fifth is a decision. */
    @Test
    void onlyTheListedCombinationsAreReportedAsNotDone() {
        assertThat(everything().filter(PurchaseResultTest::isNotDone).map(row -> Arrays.toString(row.get())))
                .filteredOn(row -> row.contains("true"))
                .as("with an open request")
                .containsExactlyInAnyOrder(
                        "[TOO_FEW_GLOEBITS, true, VETO_CONFIRMED]", "[NOT_BEGUN, true, CANCELLED_OR_VETOED]");
    }

    private static boolean isNotDone(Arguments row) {
        PurchaseResult told =
                PurchaseResult.of((End) row.get()[0], (Boolean) row.get()[1], (JournalFinding) row.get()[2]);
        return told == PurchaseResult.FAILURE || told == PurchaseResult.CANCELLED;
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED,         true,  true,  HELD",
        "ACCEPTED,         false, false, QUEUED",
        "TOO_FEW_GLOEBITS, true,  false, REJECTED",
        "TOO_FEW_GLOEBITS, false, false, REJECTED",
        "FAILED,           true,  false, IN_DOUBT",
        "FAILED,           false, false, REJECTED"
    })
    void theJournaledEndIsAVetoUnlessThePurchaseMayHappen(
            End end, boolean hasOpenRequest, boolean isHeld, TransactionState written) {
        assertThat(PurchaseResult.stateAfter(end, hasOpenRequest, isHeld)).isEqualTo(written);
    }
}
