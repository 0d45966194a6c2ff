package org.orcacomet.client;

/** How much a client does at once, and takes in. */
public final class ClientLimits {
    private static final int MEBIBYTE = 1024 * 1024;

    private final int connections;
    private final int concurrentWrites;
    private final int answerBytes;

    private ClientLimits(int connections, int concurrentWrites, int answerBytes) {
        this.connections = positive("number of connections", connections);
        this.concurrentWrites = positive("number of concurrent writes", concurrentWrites);
        this.answerBytes = positive("size of an answer", answerBytes);
    }

    /** Sixteen connections, eight writes at once, answers of up to 32 MiB. */
    public static ClientLimits standard() {
        return new ClientLimits(16, 8, 32 * MEBIBYTE);
    }

    /**
     * The same with as many connections at once, over all servers and calls.
     *
     * @throws CometSettingsException if it is not positive
     */
    public ClientLimits connections(int most) {
        return new ClientLimits(most, concurrentWrites, answerBytes);
    }

    /**
     * The same with as many single writes at once, where a server knows no batches.
     *
     * @throws CometSettingsException if it is not positive
     */
    public ClientLimits concurrentWrites(int most) {
        return new ClientLimits(connections, most, answerBytes);
    }

    /**
     * The same with answers of at most this size; a larger one breaks the contract.
     *
     * @throws CometSettingsException if it is not positive
     */
    public ClientLimits answerBytes(int most) {
        return new ClientLimits(connections, concurrentWrites, most);
    }

    /** How many connections there are at once. */
    public int connections() {
        return connections;
    }

    /** How many single writes of batches there are at once. */
    public int concurrentWrites() {
        return concurrentWrites;
    }

    /** How many bytes an answer takes at most. */
    public int answerBytes() {
        return answerBytes;
    }

    private static int positive(String what, int number) {
        if (number < 1) {
            throw new CometSettingsException("the " + what + " must be 1 or more");
        }
        return number;
    }
}
