package entente.service.transfer;

/**
 * What bodies and answers may hold together while they are transferred.
 *
 * @param bodies memory for bodies that are being received or worked on
 * @param files disk space for the bodies of batches
 * @param answers memory for answers that their readers have not read
 */
public record TransferBuffers(TransferBudget bodies, TransferBudget files, TransferBudget answers) {

    private static final int SHARE_OF_BODIES = 16;
    private static final int SHARE_OF_ANSWERS = 8;
    private static final int BATCHES = 4;

    /**
     * By the usual shares.
     *
     * @param heap the largest heap, in bytes
     */
    public static TransferBuffers of(long heap, BodySizes sizes) {
        return new TransferBuffers(
                new TransferBudget(Math.max(heap / SHARE_OF_BODIES, sizes.body().toBytes())),
                new TransferBudget(BATCHES * sizes.batch().toBytes()),
                new TransferBudget(heap / SHARE_OF_ANSWERS));
    }
}
