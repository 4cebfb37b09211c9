package entente.service.jobs;

/** State of the thread that runs the jobs of this instance. */
public enum WorkerState {
    UP,
    /** The worker or heartbeat thread has ended. The heartbeat replaces the worker within ten seconds. */
    DEAD,
    /** A step has lasted ten minutes or more; another instance may take the job over. */
    STUCK
}
