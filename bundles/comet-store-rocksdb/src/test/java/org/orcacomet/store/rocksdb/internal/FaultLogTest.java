package org.orcacomet.store.rocksdb.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.rocksdb.Status.Code;
import org.rocksdb.Status.SubCode;

class FaultLogTest {
    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        fault("block checksum mismatch in db/000012.sst offset 0", Code.Corruption, SubCode.None),
                        "has a fault, in its file db/000012.sst: restore a backup."),
                Arguments.of(
                        fault("No space left on device", Code.IOError, SubCode.NoSpace),
                        "has a fault: make room of 64 MB on its disk, and it goes on by itself."),
                Arguments.of(
                        fault("While appending to file: db/000004.log: Input/output error", Code.IOError, SubCode.None),
                        "has a fault, in its file db/000004.log: see that its disk works, and restart the service."),
                Arguments.of(
                        new IOException("Input/output error"),
                        "has a fault: see that its disk works, and restart the service."));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void sentence_namesTheFileAndTheWayOut(Exception fault, String said) {
        assertThat(FaultLog.sentence(fault)).isEqualTo(said);
    }

    private static RocksDBException fault(String message, Code code, SubCode subCode) {
        return new RocksDBException(message, new Status(code, subCode, message));
    }
}
