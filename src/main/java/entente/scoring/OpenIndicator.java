package entente.scoring;

import entente.model.Grade;
import java.util.List;

/** An indicator with more than one possible grade; grades are ascending. */
record OpenIndicator(int indicator, List<Grade> grades) {

    Grade lowest() {
        return grades.get(0);
    }

    Grade highest() {
        return grades.get(grades.size() - 1);
    }
}
