package entente.service.admission;

/** A thread that does not keep the process alive. */
public final class DaemonThread extends Thread {

    public DaemonThread(Runnable job, String name) {
        super(job, "entente-" + name);
        setDaemon(true);
    }
}
