package entente.service.page;

/**
 * What the workbench shows before its modules load.
 *
 * @param statement the verdict in one sentence
 */
public record WorkbenchPage(String id, String title, String statement) {}
