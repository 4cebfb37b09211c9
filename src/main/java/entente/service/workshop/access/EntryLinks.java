package entente.service.workshop.access;

import entente.service.workshop.WorkshopCode;
import entente.service.workshop.WorkshopToken;

/** The addresses of links that can be used once. */
public final class EntryLinks {

    private EntryLinks() {}

    /** The path of a link. */
    public static String path(WorkshopCode code, WorkshopToken link) {
        return "/workshops/" + code.text() + "/enter/" + link.reveal();
    }
}
