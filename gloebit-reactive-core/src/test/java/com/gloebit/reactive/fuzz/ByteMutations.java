package com.gloebit.reactive.fuzz;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/** Changes that know nothing of JSON: flipped bits, foreign bytes, a part that is gone, comes twice, or is cut off. */
final class ByteMutations {
    private ByteMutations() {}

    static byte[] mutated(byte[] bytes, int changes, SplittableRandom random) {
        byte[] now = bytes;
        for (int i = 0; i < changes && now.length > 0; i++) {
            now = changed(now, random);
        }
        return now;
    }

    private static byte[] changed(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(bytes.length);
        int part = 1 + random.nextInt(Math.min(16, bytes.length - at));
        return switch (random.nextInt(6)) {
            case 0 -> joined(bytes, at, new byte[] {(byte) (bytes[at] ^ 1 << random.nextInt(8))}, at + 1);
            case 1 -> joined(bytes, at, foreign(part, random), at);
            case 2 -> joined(bytes, at, foreign(part, random), at + part);
            case 3 -> joined(bytes, at, new byte[0], at + part);
            case 4 -> joined(bytes, at + part, new byte[0], at);
            default -> joined(bytes, at, new byte[0], bytes.length);
        };
    }

    private static byte[] foreign(int length, SplittableRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The first bytes, others, and the rest from somewhere on. */
    private static byte[] joined(byte[] bytes, int first, byte[] others, int rest) {
        return ByteBuffer.allocate(first + others.length + bytes.length - rest)
                .put(bytes, 0, first)
                .put(others)
                .put(bytes, rest, bytes.length - rest)
                .array();
    }
}
