package entente.service.workshop.board;

import entente.model.Scenario;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.board.Boards.Material;
import java.util.Locale;

/** The cases of groups as scenarios with ids and titles of their own. */
public final class GroupScenarios {

    private GroupScenarios() {}

    public static Scenario scenario(Material material, WorkshopGroup group) {
        return material.reader().scenario(id(material, group), title(material, group), group.readings());
    }

    public static String file(Material material, WorkshopGroup group) {
        return material.reader().scenarioFile(id(material, group), title(material, group), group.readings());
    }

    /** The id of the baseline, the code, and the number of the group. */
    public static String id(Material material, WorkshopGroup group) {
        return material.state().baselineId() + "-"
                + material.state().code().text().toLowerCase(Locale.ROOT) + "-" + group.member();
    }

    private static String title(Material material, WorkshopGroup group) {
        return material.state().title() + ": " + group.name();
    }
}
