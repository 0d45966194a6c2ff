package orca.controllers.xmlrpc;

import java.util.Arrays;
import java.util.List;

/**
 * The port of the controller, which is open before anybody answers there. A line is a call, a line is its answer: {@code
 * ok} or {@code err} with what the method answered, {@code fault} where nothing was.
 */
final class XmlRpcPort {
    private volatile OrcaXmlrpcHandler handler;

    void setHandler(OrcaXmlrpcHandler handler) {
        this.handler = handler;
    }

    /** The answer to a call. */
    String call(String line) {
        List<String> words = Arrays.asList(line.trim().split(" +"));
        OrcaXmlrpcHandler called = handler;
        if (called == null) {
            return "fault No such handler: " + words.get(0);
        }
        try {
            Answer answer = call(called, words);
            return ((answer.isError() ? "err " : "ok ") + answer).replace('\n', ' ');
        } catch (Throwable failure) {
            return "fault Failed to invoke method " + words.get(0) + " in class " + OrcaXmlrpcHandler.class.getName()
                    + ": " + failure.getMessage();
        }
    }

    private static Answer call(OrcaXmlrpcHandler handler, List<String> words) {
        String name = words.size() > 1 ? words.get(1) : "";
        List<String> rest = words.subList(Math.min(2, words.size()), words.size());
        switch (words.get(0)) {
            case "createSlice":
                return handler.createSlice(name, Request.of(rest));
            case "modifySlice":
                return handler.modifySlice(name, Request.of(rest));
            case "deleteSlice":
                return handler.deleteSlice(name);
            case "sliceStatus":
                return handler.sliceStatus(name);
            case "listSlices":
                return handler.listSlices();
            case "carried":
                return handler.carried(name, rest.get(0));
            default:
                return Answer.of("ERROR: no such method");
        }
    }
}
