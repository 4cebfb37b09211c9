package entente.service.transfer;

/**
 * Budgets of bodies and responses in transfer.
 *
 * @param bodies memory for bodies being received or processed
 * @param files disk space for the bodies of batches
 * @param answers memory for responses that are not read yet
 */
public record TransferBuffers(TransferBudget bodies, TransferBudget files, TransferBudget answers) {

    private static final int SHARE_OF_BODIES = 16;
    private static final int SHARE_OF_ANSWERS = 8;
    private static final int BATCHES = 4;

    /**
     * The default budgets.
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
