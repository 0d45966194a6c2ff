package orca.shirako.core;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import orca.shirako.api.IActor;
import orca.util.ID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An actor with its one thread: an Error on it ends it for good, and whoever asks it waits for ever. */
public final class Actor implements IActor {
    /** A service manager. */
    public static final int SERVICE_MANAGER = 1;
    /** A broker. */
    public static final int BROKER = 2;
    /** An authority: the aggregate manager. */
    public static final int AUTHORITY = 3;

    private static final Logger LOG = LoggerFactory.getLogger("orca");

    private final ID guid = new ID();
    private final String name;
    private final int type;
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();

    /** One of this name and type; it has no thread yet. */
    public Actor(String name, int type) {
        this.name = name;
        this.type = type;
    }

    @Override
    public ID getGuid() {
        return guid;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public int getType() {
        return type;
    }

    /** Starts its thread. */
    public void start() {
        Thread thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Has this run on the actor's thread, after what was queued before. */
    public void queue(Runnable event) {
        work.add(event);
    }

    /** The answer, once the actor's thread comes to it; never if that thread is dead. */
    public <T> FutureTask<T> ask(Callable<T> question) {
        FutureTask<T> answer = new FutureTask<>(question);
        work.add(answer);
        return answer;
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                work.take().run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                LOG.error("An event of actor {} failed", name, e);
            }
        }
    }
}
