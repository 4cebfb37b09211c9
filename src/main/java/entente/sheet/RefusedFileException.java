package entente.sheet;

import lombok.Getter;

/** A file that is refused as a whole, before any cell is read. */
@Getter
final class RefusedFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final String detail;

    RefusedFileException(String code, String detail) {
        super(detail, null, false, false);
        this.code = code;
        this.detail = detail;
    }

    static RefusedFileException damaged() {
        return new RefusedFileException(
                "NOT_XLSX", "This is not a workbook, or it is damaged: save it again as .xlsx.");
    }
}
