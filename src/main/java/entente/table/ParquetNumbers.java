package entente.table;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Whole numbers as Parquet files have them. */
final class ParquetNumbers {

    private static final int BITS = 7;
    private static final int LOW = 0x7F;
    private static final int MORE = 0x80;

    private ParquetNumbers() {}

    static byte[] littleEndian(int number) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }

    /** Seven bits per byte, the lowest first, taken as unsigned. */
    static void varint(ByteArrayOutputStream out, long number) {
        long rest = number;
        while ((rest & ~LOW) != 0) {
            out.write((int) ((rest & LOW) | MORE));
            rest >>>= BITS;
        }
        out.write((int) rest);
    }

    /** Signed, with the sign in the lowest bit. */
    static void zigzag(ByteArrayOutputStream out, long number) {
        varint(out, (number << 1) ^ (number >> (Long.SIZE - 1)));
    }
}
