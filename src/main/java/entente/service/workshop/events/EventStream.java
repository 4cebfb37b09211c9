package entente.service.workshop.events;

import entente.service.workshop.WorkshopCaller;

/**
 * The result of an operation that answers with events until the client goes away.
 *
 * @param known the revision that the client has seen; 0 for none
 */
public record EventStream(WorkshopCaller caller, long known) {}
