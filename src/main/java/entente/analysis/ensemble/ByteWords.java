package entente.analysis.ensemble;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of an array as one long; byte n is in bits 8n to 8n + 7. */
final class ByteWords {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private ByteWords() {}

    static long get(byte[] bytes, int first) {
        return (long) LONGS.get(bytes, first);
    }

    static void set(byte[] bytes, int first, long eight) {
        LONGS.set(bytes, first, eight);
    }
}
