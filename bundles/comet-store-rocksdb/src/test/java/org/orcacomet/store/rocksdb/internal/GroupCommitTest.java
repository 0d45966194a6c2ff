package org.orcacomet.store.rocksdb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.orcacomet.store.StoreUnavailable;
import org.orcacomet.store.rocksdb.internal.GroupCommit.Decision;

/** Commits are lists of numbers; the writer takes a permit for each. */
class GroupCommitTest {
    private final ExecutorService writers = Executors.newCachedThreadPool();
    private final List<List<Integer>> written = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore permits = new Semaphore(0);
    private final GroupCommit<List<Integer>> commits = new GroupCommit<>(ArrayList::new, this::write, writers);

    private void write(List<Integer> commit) throws StoreUnavailable {
        permits.acquireUninterruptibly();
        if (commit.contains(-1)) {
            throw new StoreUnavailable("no numbers below zero");
        }
        written.add(List.copyOf(commit));
    }

    private Future<Integer> submit(Decision<List<Integer>, Integer> decision) {
        return commits.submit(decision);
    }

    private Future<Integer> submit(int number) {
        return submit(commit -> {
            commit.add(number);
            return commit.size();
        });
    }

    /** A writer that waits for its permit, and these behind it. */
    private List<Future<Integer>> behindOneThatWrites(List<Decision<List<Integer>, Integer>> decisions) {
        assertThat(submit(0)).isNotDone();
        await().until(permits::hasQueuedThreads);
        List<Future<Integer>> waiting = new ArrayList<>();
        for (Decision<List<Integer>, Integer> decision : decisions) {
            waiting.add(submit(decision));
            await().until(() -> commits.waiting() == waiting.size());
        }
        return waiting;
    }

    @AfterEach
    void stop() {
        writers.shutdownNow();
    }

    @Test
    void commit_ofOneIsWrittenBeforeItReturns() throws Exception {
        Future<Integer> one = submit(1);
        await().until(permits::hasQueuedThreads);
        assertThat(one.isDone()).isFalse();
        permits.release();
        assertThat(one.get()).isEqualTo(1);
        assertThat(written).containsExactly(List.of(1));
    }

    @Test
    void commit_isSharedByThoseThatCameMeanwhileInTheirOrder() throws Exception {
        List<Future<Integer>> waiting = behindOneThatWrites(IntStream.rangeClosed(1, 5)
                .<Decision<List<Integer>, Integer>>mapToObj(i -> commit -> {
                    commit.add(i);
                    return i;
                })
                .toList());
        permits.release(2);
        for (int i = 0; i < waiting.size(); i++) {
            assertThat(waiting.get(i).get()).isEqualTo(i + 1);
        }
        assertThat(written).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5));
    }

    @Test
    void commit_thatCannotBeWrittenFailsForAllOfItsGroupAndNoOther() throws Exception {
        List<Future<Integer>> waiting = behindOneThatWrites(List.of(commit -> 7, commit -> {
            commit.add(-1);
            return 8;
        }));
        permits.release(2);
        for (Future<Integer> one : waiting) {
            assertThatThrownBy(one::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseMessage("no numbers below zero");
        }
        permits.release();
        assertThat(submit(9).get()).isEqualTo(1);
    }

    @Test
    void commit_goesOnForTheOthersWhereOneCannotDecide() throws Exception {
        List<Future<Integer>> waiting = behindOneThatWrites(List.of(
                commit -> {
                    throw new StoreUnavailable("no idea");
                },
                commit -> {
                    commit.add(2);
                    return 2;
                }));
        permits.release(2);
        assertThatThrownBy(waiting.get(0)::get).hasRootCauseMessage("no idea");
        assertThat(waiting.get(1).get()).isEqualTo(2);
        assertThat(written).containsExactly(List.of(0), List.of(2));
    }

    @Test
    void commit_whoseLeaderBreaksDownTellsNobodyThatItWorked() throws Exception {
        List<Future<Integer>> waiting = behindOneThatWrites(List.of(
                commit -> 1,
                commit -> {
                    throw new IllegalStateException("a fault");
                },
                commit -> 3));
        permits.release();
        assertThatThrownBy(waiting.get(0)::get).hasRootCauseMessage(Proposal.GRIEF);
        assertThatThrownBy(waiting.get(1)::get).hasRootCauseMessage(Proposal.GRIEF);
        assertThatThrownBy(waiting.get(2)::get).hasRootCauseMessage(Proposal.GRIEF);
        permits.release();
        assertThat(submit(9).get()).isEqualTo(1);
    }

    @Test
    void commits_ofManyThreadsAreEachWrittenOnce() throws Exception {
        permits.release(Integer.MAX_VALUE);
        List<Callable<Integer>> all = IntStream.range(0, 10_000)
                .<Callable<Integer>>mapToObj(i -> () -> commits.submit(commit -> {
                            commit.add(i);
                            return i;
                        })
                        .get())
                .toList();
        ExecutorService many = Executors.newFixedThreadPool(32);
        many.invokeAll(all);
        many.shutdownNow();
        assertThat(written.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 10_000).boxed().toList());
    }
}
