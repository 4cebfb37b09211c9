package entente.service.page;

import java.util.List;

/**
 * What the comparison shows before its modules load.
 *
 * @param rows the scenarios in the order of the address, without those that are not shipped
 * @param compared ids of what is compared if the address names nothing, separated by commas
 */
public record ComparePage(List<VerdictRow> rows, String compared) {

    /** The scenarios that have a letter of their own. */
    static final int MOST = 26;
}
