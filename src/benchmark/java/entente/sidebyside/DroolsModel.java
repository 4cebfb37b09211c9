package entente.sidebyside;

import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.internal.utils.KieHelper;

/** Compiles rules to the executable model, as the product does. */
final class DroolsModel {

    private DroolsModel() {}

    static KieBase compile(String drl) {
        return new KieHelper().addContent(drl, ResourceType.DRL).build(ExecutableModelProject.class);
    }
}
