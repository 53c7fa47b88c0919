// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/** A port on this machine that leads to another one while it is open, so that a test can make a server unreachable, or slow to reach. */
final class Door implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean open = true;
    private volatile long delayed;

    Door(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    void open() {
        open = true;
    }

    /** What clients say from now on reaches the server so many milliseconds later, if they have come already. */
    void delay(long milliseconds) {
        delayed = milliseconds;
    }

    /** Ends what goes through, and lets nobody in. */
    void shut() throws IOException {
        open = false;
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            if (!open) {
                client.close();
                continue;
            }
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.addAll(List.of(client, server));
            boolean prompt = delayed > 0;
            start(() -> pass(client, server, () -> prompt ? 0 : delayed));
            start(() -> pass(server, client, () -> 0));
        }
    }

    private static void pass(Socket from, Socket to, LongSupplier delay) throws IOException {
        try (from;
                to) {
            byte[] bytes = new byte[8192];
            for (int read = from.getInputStream().read(bytes);
                    read > 0;
                    read = from.getInputStream().read(bytes)) {
                Thread.sleep(delay.getAsLong());
                to.getOutputStream().write(bytes, 0, read);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // somebody closed it
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        shut();
        listener.close();
    }
}
