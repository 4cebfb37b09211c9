package entente.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;

/** Pages of Parquet files with their headers, in the encodings that a table of variants needs. */
final class ParquetPages {

    private static final int GROUP = 8;
    private static final int BLOCK = 128;
    private static final int MINIBLOCKS = 4;

    private ParquetPages() {}

    /** The values of a dictionary one after the other: texts with their length, or doubles. */
    static byte[] dictionary(List<Object> values) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Object value : values) {
            if (value instanceof Double number) {
                body.write(ByteBuffer.allocate(Double.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putDouble(number)
                        .array());
            } else {
                byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
                body.write(ParquetNumbers.littleEndian(text.length));
                body.write(text);
            }
        }
        PageHeader header = new PageHeader(PageType.DICTIONARY_PAGE, body.size(), body.size());
        header.setDictionary_page_header(new DictionaryPageHeader(values.size(), Encoding.PLAIN));
        return page(header, body);
    }

    /** The codes of a column (RLE_DICTIONARY): their width in bits, and one run of codes packed from the lowest bit up. */
    static byte[] codes(ChunkColumn column, int rows) throws IOException {
        // A width of 0 is allowed for one value, but not read by everything.
        int width = Math.max(
                1, Integer.SIZE - Integer.numberOfLeadingZeros(column.values().size() - 1));
        int groups = (rows + GROUP - 1) / GROUP;
        ByteArrayOutputStream body = new ByteArrayOutputStream(groups * width + GROUP);
        body.write(width);
        ParquetNumbers.varint(body, (long) groups << 1 | 1);
        long pending = 0;
        int bits = 0;
        for (int row = 0; row < groups * GROUP; row++) {
            long code = row < rows ? column.codes().applyAsInt(row) : 0;
            pending |= code << bits;
            bits += width;
            while (bits >= Byte.SIZE) {
                body.write((int) pending);
                pending >>>= Byte.SIZE;
                bits -= Byte.SIZE;
            }
        }
        return data(body, rows, Encoding.RLE_DICTIONARY);
    }

    /** Consecutive numbers (DELTA_BINARY_PACKED): every difference is the least one, which leaves nothing to store. */
    static byte[] consecutive(long first, int rows) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ParquetNumbers.varint(body, BLOCK);
        ParquetNumbers.varint(body, MINIBLOCKS);
        ParquetNumbers.varint(body, rows);
        ParquetNumbers.zigzag(body, first);
        for (int row = 1; row < rows; row += BLOCK) {
            ParquetNumbers.zigzag(body, 1);
            body.write(new byte[MINIBLOCKS]);
        }
        return data(body, rows, Encoding.DELTA_BINARY_PACKED);
    }

    private static byte[] data(ByteArrayOutputStream body, int rows, Encoding encoding) throws IOException {
        PageHeader header = new PageHeader(PageType.DATA_PAGE, body.size(), body.size());
        header.setData_page_header(new DataPageHeader(rows, encoding, Encoding.RLE, Encoding.RLE));
        return page(header, body);
    }

    private static byte[] page(PageHeader header, ByteArrayOutputStream body) throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        Util.writePageHeader(header, page);
        body.writeTo(page);
        return page.toByteArray();
    }
}
