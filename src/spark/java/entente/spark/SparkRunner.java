package entente.spark;

import entente.analysis.ensemble.run.ChunkRunner;
import entente.analysis.ensemble.run.ChunkWork;
import entente.analysis.ensemble.run.EnsembleChunks;
import entente.analysis.ensemble.run.OutcomeCounts;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.PortableRuleBook;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.scheduler.TaskSchedulerImpl;

/** Does the work for the chunks in the tasks of a Spark job. A task that is lost is repeated: it gives the same. */
final class SparkRunner implements ChunkRunner {

    /** Enough to share out the work among many cores, and few enough for the driver to take their results. */
    private static final long MAX_TASKS = 10_000;

    private final PortableRuleBook book;
    private final EnsembleChunks chunks;

    SparkRunner(LoadedRuleBook book, EnsembleChunks chunks) {
        this.book = PortableRuleBook.of(book);
        this.chunks = chunks;
    }

    @Override
    public EnsembleChunks chunks() {
        return chunks;
    }

    @Override
    public OutcomeCounts run(ChunkWork work) {
        SparkConf settings = new SparkConf()
                .setIfMissing("spark.master", "local[*]")
                .setIfMissing("spark.app.name", "Entente")
                .setIfMissing("spark.log.level", "ERROR");
        SparkMaster.check(settings.get("spark.master"));
        EnsembleJob job = new EnsembleJob(book, chunks, work);
        try (JavaSparkContext spark = new JavaSparkContext(settings)) {
            // Tells that the cluster has no free cores; the job waits for them.
            Configurator.setLevel(TaskSchedulerImpl.class, Level.WARN);
            return run(spark, job);
        } catch (Exception failed) {
            throw SparkFailure.of(failed);
        }
    }

    private OutcomeCounts run(JavaSparkContext spark, EnsembleJob job) {
        Broadcast<EnsembleJob> shared = spark.broadcast(job);
        int tasks = (int) Math.min(chunks.count(), MAX_TASKS);
        OutcomeCounts counts = new OutcomeCounts();
        spark.sc()
                .range(0, chunks.count(), 1, tasks)
                .toJavaRDD()
                .map(number -> (Long) number)
                .mapPartitions(numbers -> shared.value().run(numbers))
                .collect()
                .forEach(counts::add);
        return counts;
    }
}
