package io.hourshare.pull.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * Drops the connection of an answer that nobody reads to its end.
 *
 * <p>Closing such an answer would otherwise read the rest first, which a trickling or endless source never ends.
 */
final class DroppedAnswers implements ExecChainHandler {

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        HttpEntity entity = response.getEntity();
        if (entity != null && entity.isStreaming()) {
            response.setEntity(new Droppable(entity, scope.execRuntime));
        }
        return response;
    }

    private static final class Droppable extends HttpEntityWrapper {

        private final InputStream content;

        Droppable(HttpEntity entity, ExecRuntime connection) throws IOException {
            super(entity);
            content = new DroppableStream(entity.getContent(), connection);
        }

        @Override
        public InputStream getContent() {
            return content;
        }
    }

    private static final class DroppableStream extends FilterInputStream {

        private final ExecRuntime connection;
        private boolean ended;

        DroppableStream(InputStream in, ExecRuntime connection) {
            super(in);
            this.connection = connection;
        }

        @Override
        public int read() throws IOException {
            return noted(super.read());
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return noted(super.read(bytes, offset, length));
        }

        @Override
        public void close() throws IOException {
            if (ended) {
                super.close();
            } else {
                connection.discardEndpoint();
            }
        }

        private int noted(int read) {
            ended |= read < 0;
            return read;
        }
    }
}
