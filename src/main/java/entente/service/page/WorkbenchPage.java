package entente.service.page;

import java.util.List;

/**
 * What the workbench shows before its modules load.
 *
 * @param sentences the headline of the assessment
 */
public record WorkbenchPage(String id, String title, List<String> sentences) {}
