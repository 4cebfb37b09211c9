package entente.service.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/**
 * The requests of jobs, stored in parts of a megabyte each, compressed, so that no complete request is held in memory:
 * PostgreSQL's driver has no streams for {@code bytea}. The first part is in the row of the job, the others are in
 * {@code job_part}.
 */
final class JobRequests {

    static final int PART = 1 << 20;

    private final Database store;

    JobRequests(Database store) {
        this.store = store;
    }

    /** Stores the remaining parts of a request, in the transaction that inserts the job. */
    void store(UUID job, InputStream rest) throws IOException {
        int part = 1;
        for (byte[] bytes = rest.readNBytes(PART); bytes.length > 0; bytes = rest.readNBytes(PART)) {
            store.sql()
                    .sql("insert into job_part (job, part, bytes) values (?, ?, ?)")
                    .param(job)
                    .param(part)
                    .param(Compression.compress(bytes))
                    .update();
            part++;
        }
    }

    /** Each part is loaded when the stream reaches it. */
    Content of(UUID job) {
        return () -> new SequenceInputStream(new Parts(job));
    }

    private Optional<byte[]> part(UUID job, int part) {
        String sql = part == 0
                ? "select request from job where id = ? and 0 = ?"
                : "select bytes from job_part where job = ? and part = ?";
        return store.read(() -> store.sql()
                .sql(sql)
                .param(job)
                .param(part)
                .query((row, number) -> Compression.decompress(row.getBytes(1)))
                .optional());
    }

    /** Required by SequenceInputStream. */
    @SuppressWarnings("JdkObsolete")
    private final class Parts implements Enumeration<InputStream> {

        private final UUID job;
        private Optional<byte[]> loaded = Optional.empty();
        private int next;

        Parts(UUID job) {
            this.job = job;
        }

        @Override
        public boolean hasMoreElements() {
            if (loaded.isEmpty()) {
                loaded = part(job, next);
            }
            return loaded.isPresent();
        }

        @Override
        public InputStream nextElement() {
            if (!hasMoreElements()) {
                throw new NoSuchElementException();
            }
            byte[] bytes = loaded.orElseThrow();
            loaded = Optional.empty();
            next++;
            return new ByteArrayInputStream(bytes);
        }
    }
}
