package org.orcacomet.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpWireTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private static HttpWire answered(String text, int atOnce) throws IOException {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, atOnce));
            }
        };
        return new HttpWire(new Socket() {
            @Override
            public InputStream getInputStream() {
                return in;
            }

            @Override
            public OutputStream getOutputStream() {
                return OutputStream.nullOutputStream();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100_000})
    void call_takesInTheWholeAnswer(int atOnce) throws IOException {
        String answer = OK + "content-LENGTH: 50000\r\nDate: now\r\n\r\n" + "x".repeat(50_000);

        assertThat(answered(answer, atOnce).call(new byte[0])).isEqualTo(50_000);
    }

    @Test
    void call_anythingBut200Fails() throws IOException {
        HttpWire wire = answered("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno", 100);

        assertThatThrownBy(() -> wire.call(new byte[0]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("403");
    }

    @Test
    void call_anAnswerWithoutALengthFails() throws IOException {
        HttpWire wire = answered(OK + "\r\n", 100);

        assertThatThrownBy(() -> wire.call(new byte[0]))
                .hasMessageStartingWith("an answer does not say how long it is");
    }

    @Test
    void call_anAnswerThatEndsTooEarlyFails() throws IOException {
        HttpWire wire = answered(OK + "Content-Length: 3\r\n\r\nxx", 100);

        assertThatThrownBy(() -> wire.call(new byte[0])).isInstanceOf(EOFException.class);
    }
}
