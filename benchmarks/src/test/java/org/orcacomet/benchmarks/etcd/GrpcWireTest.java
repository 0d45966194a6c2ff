package org.orcacomet.benchmarks.etcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.orcacomet.benchmarks.load.Place;

class GrpcWireTest {
    private static final byte[] REQUEST = new EtcdLanguage().read(new Place("slice", "vm"));
    private static final byte[] MESSAGE = new byte[300];

    /** A server that says what it was told to, whatever it is asked. */
    private static final class Scripted extends Socket {
        private final ByteArrayOutputStream script = new ByteArrayOutputStream();
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

        Scripted says(int type, int flags, int stream, byte[] payload) {
            script.writeBytes(Frame.of(type, flags, stream, payload));
            return this;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(script.toByteArray());
        }

        @Override
        public OutputStream getOutputStream() {
            return heard;
        }
    }

    private static Scripted settled() {
        return new Scripted().says(Frame.SETTINGS, 0, 0, new byte[0]);
    }

    @Test
    void call_takesInTheWholeAnswer() throws IOException {
        Scripted server = settled()
                .says(Frame.HEADERS, Frame.END_HEADERS, 1, new byte[20])
                .says(Frame.DATA, 0, 1, MESSAGE)
                .says(Frame.WINDOW_UPDATE, 0, 0, new byte[4])
                .says(Frame.DATA, 0, 1, MESSAGE)
                .says(Frame.HEADERS, Frame.END_HEADERS | Frame.END_STREAM, 1, new byte[5]);

        assertThat(new GrpcWire(server).call(REQUEST)).isEqualTo(2 * MESSAGE.length);
    }

    @Test
    void call_isAStreamOfItsOwnEachTime() throws IOException {
        Scripted server =
                settled().says(Frame.DATA, Frame.END_STREAM, 1, MESSAGE).says(Frame.DATA, Frame.END_STREAM, 3, MESSAGE);
        GrpcWire wire = new GrpcWire(server);
        wire.call(REQUEST);
        server.heard.reset();
        wire.call(REQUEST);

        byte[] sent = server.heard.toByteArray();
        int data = sent.length - (REQUEST.length - Frame.HEAD - sent[2]);
        assertThat(sent[Frame.HEAD - 1]).isEqualTo((byte) 3);
        assertThat(sent[data + Frame.HEAD - 1]).isEqualTo((byte) 3);
    }

    @Test
    void call_acknowledgesAPing() throws IOException {
        byte[] payload = "12345678".getBytes(StandardCharsets.US_ASCII);
        Scripted server = settled().says(Frame.PING, 0, 0, payload).says(Frame.DATA, Frame.END_STREAM, 1, MESSAGE);
        new GrpcWire(server).call(REQUEST);

        assertThat(server.heard.toByteArray()).endsWith(Frame.of(Frame.PING, Frame.ACKNOWLEDGED, 0, payload));
    }

    @Test
    void call_withoutAMessageIsRefused() throws IOException {
        GrpcWire wire =
                new GrpcWire(settled().says(Frame.HEADERS, Frame.END_HEADERS | Frame.END_STREAM, 1, new byte[5]));

        assertThatThrownBy(() -> wire.call(REQUEST))
                .isInstanceOf(IOException.class)
                .hasMessage("a call was refused");
    }

    @Test
    void call_thatIsResetFails() throws IOException {
        GrpcWire wire = new GrpcWire(settled().says(Frame.RESET, 0, 1, new byte[4]));

        assertThatThrownBy(() -> wire.call(REQUEST))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("ended");
    }
}
