package entente.service.workshop;

/**
 * What a page of a workshop holds before its modules load.
 *
 * @param code of the workshop; as typed, if there is none with it
 * @param state title and round of the workshop, in words
 * @param failure why the workshop cannot be shown; empty if it can
 * @param address at which groups join
 * @param opening the command that lets the room reach the service; empty if it does
 * @param member whether the caller is a member of the workshop
 * @param ended whether no group can join any more
 */
public record WorkshopPage(
        String code, String state, String failure, String address, String opening, boolean member, boolean ended) {

    static final WorkshopPage EMPTY = new WorkshopPage("", "", "", "", "", false, false);
}
