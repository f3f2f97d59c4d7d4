package com.gloebit.reactive.internal.hold;

/** What the journal says of a purchase that is about to be sent, or that has ended. */
public enum JournalFinding {
    /** The client has no journal. */
    NO_JOURNAL,

    /** Before sending: it was not there and is now, or a veto was lifted. It may be sent. */
    RECORDED,
    /** Before sending: it is there from before and may have been sent. It may be sent again. */
    RECORDED_BEFORE,
    /** Before sending: the application has agreed to it. It is not sent again. */
    ENACTED,
    /** Before sending: it was cancelled by Gloebit or given up by the application. */
    ENDED,
    /** Before sending: it is not there and will not be. */
    NOT_RECORDED,
    /** Before sending: it may be there, or get there late, and recovery would send it then. */
    PERHAPS_RECORDED,
    /** Before sending: the id is taken by another purchase, or by one that is certainly not paid. */
    ANOTHER_PURCHASE,
    /** Before sending: the id is taken by what may be this purchase, and may be paid. */
    PERHAPS_THIS_PURCHASE,
    /** Before sending: the journal has nothing under the id. */
    NOTHING,
    /** Before sending: the journal could not be read. */
    UNREADABLE,

    /** After the end: an enact that comes will be refused. */
    VETO,
    /** After the end: an enact may be agreed to, or the journal did not confirm the veto. */
    NO_VETO
}
