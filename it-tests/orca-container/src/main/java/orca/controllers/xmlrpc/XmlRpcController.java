package orca.controllers.xmlrpc;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import orca.controllers.OrcaController;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The controller as a process: commands on standard input, answers on standard output, each a line. Its port opens before
 * {@code init()}: an Exception out of that ends the process with status 1, an Error leaves one that answers 'No such
 * handler'.
 */
public class XmlRpcController extends OrcaController {
    private static final Logger LOG = LoggerFactory.getLogger(XmlRpcController.class);

    private final XmlRpcPort port = new XmlRpcPort();
    private final ExecutorService periodic = Executors.newSingleThreadExecutor(XmlRpcController::daemon);

    /** One that is not started. */
    public XmlRpcController() {}

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "PeriodicPoolThread");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    protected void init() throws Exception {
        super.init();
    }

    /** Starts it; when this returns, it answers. */
    public void start() throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, "UTF-8");
        new Thread(() -> serve(out), "qtp").start();
        begin();
        out.println("ready");
    }

    /** Without a process around it: for tests. */
    final void begin() throws Exception {
        init();
        OrcaXmlrpcHandler handler = new OrcaXmlrpcHandler(orca, periodic);
        handler.recover();
        port.setHandler(handler);
    }

    /** The answer to a call: for tests. */
    final String call(String line) {
        return port.call(line);
    }

    private void serve(PrintStream out) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null && !line.equals("exit"); line = in.readLine()) {
                out.println(port.call(line));
            }
        } catch (IOException e) {
            LOG.error("standard input cannot be read", e);
        }
        System.exit(0);
    }

    /** Starts a controller. */
    public static void main(String[] arguments) throws Exception {
        try {
            new XmlRpcController().start();
        } catch (Exception e) {
            LOG.error("An unexpected exception has occurred", e);
            System.exit(1);
        }
    }
}
