package entente.service.jobs;

/** Whether the thread that does the jobs of this instance can do its work. */
public enum WorkerState {
    UP,
    /** The thread has ended, or the one that watches it has. The watching thread replaces it within ten seconds. */
    DEAD,
    /** A step has been going on for ten minutes or more; another instance may take the job over. */
    STUCK
}
