package entente.service.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;

/**
 * The requests of jobs, stored in parts of a megabyte each, compressed, so that no complete request is held in memory:
 * PostgreSQL's driver has no streams for {@code bytea}. The first part is in the row of the job, the others are in
 * {@code job_part}.
 */
@RequiredArgsConstructor
final class JobRequests {

    static final int PART = 1 << 20;

    private final Database store;

    /** Stores the remaining parts of a request, each in a transaction of its own unless there is one. */
    void store(UUID job, String owner, InputStream rest) throws IOException {
        int part = 1;
        for (byte[] bytes = rest.readNBytes(PART); bytes.length > 0; bytes = rest.readNBytes(PART)) {
            byte[] compressed = Compression.compress(bytes);
            int number = part++;
            store.charge(owner, compressed.length);
            store.write(() ->
                    store.update("insert into job_part (job, part, bytes) values (?, ?, ?)", job, number, compressed));
        }
    }

    /** Each part is loaded when the stream reaches it. */
    @SuppressWarnings("JdkObsolete") // SequenceInputStream requires an Enumeration
    Content of(UUID job) {
        return () -> new SequenceInputStream(new Enumeration<>() {

            private int part;
            private Optional<byte[]> next = Optional.empty();

            @Override
            public boolean hasMoreElements() {
                next = part(job, part);
                return next.isPresent();
            }

            @Override
            public InputStream nextElement() {
                part++;
                return new ByteArrayInputStream(next.orElseThrow());
            }
        });
    }

    private Optional<byte[]> part(UUID job, int part) {
        return store.find(
                (row, number) -> Compression.decompress(row.getBytes(1)),
                part == 0
                        ? "select request from job where id = ? and 0 = ?"
                        : "select bytes from job_part where job = ? and part = ?",
                job,
                part);
    }
}
