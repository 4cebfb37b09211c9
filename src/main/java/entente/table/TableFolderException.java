package entente.table;

import java.io.IOException;
import lombok.Getter;

/** Why a folder cannot have a table; the message follows its name. */
@Getter
public final class TableFolderException extends IOException {

    private static final long serialVersionUID = 1;

    /** Whether it can later, as another process is using it. */
    private final boolean inUse;

    TableFolderException(boolean inUse, String message) {
        super(message);
        this.inUse = inUse;
    }
}
