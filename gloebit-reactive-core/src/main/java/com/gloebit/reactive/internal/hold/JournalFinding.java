package com.gloebit.reactive.internal.hold;

/** The state of a purchase in the journal, before it is sent or after it has ended. */
public enum JournalFinding {
    /** The client has no journal. */
    NO_JOURNAL,

    /** Before sending: the purchase was recorded now, or its veto was lifted. It may be sent. */
    RECORDED,
    /** Before sending: the purchase was recorded earlier and may have been sent. It may be sent again. */
    RECORDED_BEFORE,
    /** Before sending: the application has enacted the purchase. It is not sent again. */
    ENACTED,
    /**
     * Before sending: Gloebit has cancelled the purchase, or its entry is a veto. Recording a purchase lifts the veto of
     * REJECTED, so after that it is the veto of ABANDONED.
     */
    CANCELLED_OR_VETOED,
    /** Before sending: the purchase is not recorded and will not be. */
    NOT_RECORDED,
    /** Before sending: the purchase may be recorded, now or later, and recovery would then send it. */
    MAYBE_RECORDED,
    /**
     * Before sending: the id belongs to another purchase, or possibly to this one, which then is certainly not paid.
     */
    ANOTHER_PURCHASE,
    /** Before sending: the id belongs to what may be this purchase, and it may be paid. */
    MAYBE_THIS_PURCHASE,
    /** Before sending: the journal has no entry under the id. */
    NOTHING,
    /** Before sending: the journal could not be read. */
    UNREADABLE,

    /** After the end: the journal confirmed that a later enact will be answered with no. */
    VETO_CONFIRMED,
    /** After the end: a later enact may be approved, or the journal did not answer. */
    VETO_NOT_CONFIRMED
}
