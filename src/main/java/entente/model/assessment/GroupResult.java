package entente.model.assessment;

import entente.model.Group;
import entente.model.Points;

/** The sum of what a barrier's standing findings say. */
public record GroupResult(Group group, GroupStatus status, Points alliancePoints, Points partnershipPoints) {}
