package org.orcacomet.bridge.am;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The endings that are still to be dealt with, in a file that is mapped into memory: to note one takes no longer than to
 * write to memory, so that it can be done where nothing may wait, and what is noted survives the end of the process at
 * any moment; that of the machine it may not. Of the endings it keeps a bounded number. To be used by one thread at a
 * time.
 */
final class EndingNotes {
    private static final int SLOTS = 1024;
    private static final int SLOT = 256;
    private static final int SIZE = SLOTS * SLOT;
    private static final int LONGEST = SLOT - Integer.BYTES;

    private final ByteBuffer notes;
    private final Map<Ending, Integer> slots = new HashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();

    private EndingNotes(ByteBuffer notes) {
        this.notes = notes;
        for (int slot = 0; slot < notes.capacity(); slot += SLOT) {
            Optional<Ending> left = at(slot);
            if (left.isPresent()) {
                slots.put(left.get(), slot);
            } else {
                free.add(slot);
            }
        }
    }

    /** Notes without a file: none is kept. */
    static EndingNotes none() {
        return new EndingNotes(ByteBuffer.allocate(0));
    }

    /** The notes in this file, which is made if it is not there. */
    static EndingNotes in(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            // On the disk before it is mapped: where there is no room, this fails, and not a write to memory later.
            if (channel.size() < SIZE) {
                channel.write(ByteBuffer.allocate(SIZE), 0);
            }
            return new EndingNotes(
                    channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE).load());
        }
    }

    /** What is noted. */
    List<Ending> left() {
        return new ArrayList<>(slots.keySet());
    }

    /** Notes an ending, if there is room for it. */
    void note(Ending ending) {
        byte[] text = (ending.slice() + "\n" + ending.reservation()).getBytes(StandardCharsets.UTF_8);
        if (text.length <= LONGEST && !free.isEmpty() && !slots.containsKey(ending)) {
            int slot = free.remove();
            slots.put(ending, slot);
            write(slot, text);
        }
    }

    /** The length comes last: a note that was not finished is none. */
    private void write(int slot, byte[] text) {
        for (int i = 0; i < text.length; i++) {
            notes.put(slot + Integer.BYTES + i, text[i]);
        }
        notes.putInt(slot, text.length);
    }

    /** It was dealt with. */
    void erase(Ending ending) {
        Integer slot = slots.remove(ending);
        if (slot != null) {
            notes.putInt(slot, 0);
            free.add(slot);
        }
    }

    /** What else may be there is no note. */
    private Optional<Ending> at(int slot) {
        int length = notes.getInt(slot);
        if (length <= 0 || length > LONGEST) {
            return Optional.empty();
        }
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = notes.get(slot + Integer.BYTES + i);
        }
        String[] names = new String(text, StandardCharsets.UTF_8).split("\n", -1);
        return names.length == 2 ? Optional.of(new Ending(names[0], names[1], Ending.Stage.NOTED)) : Optional.empty();
    }
}
