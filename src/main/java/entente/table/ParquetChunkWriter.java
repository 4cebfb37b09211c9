package entente.table;

import entente.model.Engine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/**
 * A chunk as a Parquet file with one row group. Every column is required, so that there are no levels; codes of a
 * dictionary are so few bits that compression would save little, and its bytes would depend on the version of zlib.
 */
final class ParquetChunkWriter implements ChunkWriter {

    private static final byte[] MAGIC = {'P', 'A', 'R', '1'};
    private static final int FORMAT = 2;

    @Override
    public void write(long first, int rows, List<ChunkColumn> columns, OutputStream out) throws IOException {
        List<SchemaElement> schema = new ArrayList<>();
        List<ColumnChunk> chunks = new ArrayList<>();
        schema.add(new SchemaElement("variants").setNum_children(columns.size() + 1));
        schema.add(element(CsvChunkWriter.VARIANT, Type.INT64));
        out.write(MAGIC);
        long offset = MAGIC.length;
        offset += add(
                chunks,
                schema.get(1),
                rows,
                offset,
                new byte[0],
                ParquetPages.consecutive(first, rows),
                out,
                Encoding.DELTA_BINARY_PACKED);
        for (ChunkColumn column : columns) {
            SchemaElement element = element(column.name(), column.isText() ? Type.BYTE_ARRAY : Type.DOUBLE);
            if (column.isText()) {
                element.setConverted_type(ConvertedType.UTF8).setLogicalType(LogicalType.STRING(new StringType()));
            }
            schema.add(element);
            offset += add(
                    chunks,
                    element,
                    rows,
                    offset,
                    ParquetPages.dictionary(column.values()),
                    ParquetPages.codes(column, rows),
                    out,
                    Encoding.RLE_DICTIONARY);
        }
        long bytes = offset - MAGIC.length;
        RowGroup group =
                new RowGroup(chunks, bytes, rows).setFile_offset(MAGIC.length).setTotal_compressed_size(bytes);
        FileMetaData metadata = new FileMetaData(FORMAT, schema, rows, List.of(group));
        metadata.setCreated_by("entente version " + Engine.VERSION);
        ByteArrayOutputStream footer = new ByteArrayOutputStream();
        Util.writeFileMetaData(metadata, footer);
        footer.writeTo(out);
        out.write(ParquetNumbers.littleEndian(footer.size()));
        out.write(MAGIC);
    }

    private static SchemaElement element(String name, Type type) {
        return new SchemaElement(name).setType(type).setRepetition_type(FieldRepetitionType.REQUIRED);
    }

    /**
     * Writes a column.
     *
     * @param offset of its first byte in the file
     * @param dictionary its page, empty for none
     * @return number of bytes written
     */
    private static int add(
            List<ColumnChunk> chunks,
            SchemaElement element,
            int rows,
            long offset,
            byte[] dictionary,
            byte[] data,
            OutputStream out,
            Encoding encoding)
            throws IOException {
        out.write(dictionary);
        out.write(data);
        int bytes = dictionary.length + data.length;
        List<Encoding> encodings = dictionary.length == 0 ? List.of(encoding) : List.of(Encoding.PLAIN, encoding);
        ColumnMetaData metadata = new ColumnMetaData(
                element.getType(),
                encodings,
                List.of(element.getName()),
                CompressionCodec.UNCOMPRESSED,
                rows,
                bytes,
                bytes,
                offset + dictionary.length);
        if (dictionary.length > 0) {
            metadata.setDictionary_page_offset(offset);
        }
        chunks.add(new ColumnChunk(0).setMeta_data(metadata));
        return bytes;
    }
}
