package com.gloebit.simulator.internal.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** DER (X.690) of the ASN.1 types that a certificate contains. */
final class Der {
    private static final DateTimeFormatter UTC_TIME = time("yyMMddHHmmss'Z'");
    private static final DateTimeFormatter GENERALIZED_TIME = time("yyyyMMddHHmmss'Z'");

    private Der() {}

    static byte[] sequence(byte[]... elements) {
        return tagged(0x30, elements);
    }

    static byte[] integer(BigInteger value) {
        return tagged(0x02, value.toByteArray());
    }

    static byte[] isTrue() {
        return tagged(0x01, new byte[] {(byte) 0xFF});
    }

    /** Encodes whole octets, without unused bits. */
    static byte[] bitString(byte[] content) {
        return tagged(0x03, new byte[] {0}, content);
    }

    static byte[] octetString(byte[] content) {
        return tagged(0x04, content);
    }

    /** RFC 5280, 4.1.2.5: two digits of the year until 2049, four from then on. */
    static byte[] time(Instant value) {
        return value.atZone(ZoneOffset.UTC).getYear() < 2050
                ? tagged(0x17, UTC_TIME.format(value).getBytes(US_ASCII))
                : tagged(0x18, GENERALIZED_TIME.format(value).getBytes(US_ASCII));
    }

    private static DateTimeFormatter time(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /** Encodes an object identifier. The first two arcs share an octet, so the second is below 40. */
    static byte[] objectIdentifier(int first, int second, int... arcs) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(first * 40 + second);
        for (int arc : arcs) {
            writeBase128(content, arc);
        }
        return tagged(0x06, content.toByteArray());
    }

    /** Encodes an element with an explicit context-specific tag. */
    static byte[] explicit(int tag, byte[] element) {
        return tagged(0xA0 | tag, element);
    }

    /** Encodes an element with an implicit context-specific tag. */
    static byte[] implicit(int tag, byte[] content) {
        return tagged(0x80 | tag, content);
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        writeLength(element, content.size());
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    private static void writeLength(ByteArrayOutputStream out, int length) {
        if (length < 0x80) {
            out.write(length);
            return;
        }
        byte[] octets = BigInteger.valueOf(length).toByteArray();
        int sign = octets[0] == 0 ? 1 : 0;
        out.write(0x80 | (octets.length - sign));
        out.write(octets, sign, octets.length - sign);
    }

    private static void writeBase128(ByteArrayOutputStream out, int value) {
        if (value >= 0x80) {
            writeHighBase128(out, value >>> 7);
        }
        out.write(value & 0x7F);
    }

    private static void writeHighBase128(ByteArrayOutputStream out, int value) {
        if (value >= 0x80) {
            writeHighBase128(out, value >>> 7);
        }
        out.write(0x80 | (value & 0x7F));
    }
}
