package entente.web;

/**
 * What bodies and answers may hold together while they are transferred.
 *
 * @param bodies memory for bodies that are being received or worked on
 * @param files disk space for the bodies of batches
 * @param answers memory for answers that their readers have not read
 */
record Buffers(Budget bodies, Budget files, Budget answers) {

    private static final int SHARE_OF_BODIES = 16;
    private static final int SHARE_OF_ANSWERS = 8;
    private static final int BATCHES = 4;

    /**
     * By the usual shares.
     *
     * @param heap the largest heap, in bytes
     */
    static Buffers of(long heap, Sizes sizes) {
        return new Buffers(
                new Budget(Math.max(heap / SHARE_OF_BODIES, sizes.body().toBytes())),
                new Budget(BATCHES * sizes.batch().toBytes()),
                new Budget(heap / SHARE_OF_ANSWERS));
    }
}
