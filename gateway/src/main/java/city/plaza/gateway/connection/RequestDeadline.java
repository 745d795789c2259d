package city.plaza.gateway.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose client does not send in time. A deadline is set once and not
 * moved by what arrives, so that dripping gains nothing. Idle connections between two
 * requests are the server's own idle time-out's. Sits behind the HTTP codec.
 */
class RequestDeadline extends ChannelDuplexHandler {

	private final ConnectionSettings settings;

	private final ClosedConnections closed;

	private final BodyWait body;

	private @Nullable ChannelHandlerContext context;

	private @Nullable Deadline deadline;

	private @Nullable Deadline rest;

	/** The head of a request has arrived, its end has not. */
	private boolean isRequestOpen;

	/** Requests whose response has not been written whole; several where pipelined. */
	private int unanswered;

	RequestDeadline(ConnectionSettings settings, ClosedConnections closed) {
		this.settings = settings;
		this.closed = closed;
		this.body = new BodyWait(settings.bodyWait(), settings.bodyRate());
	}

	@Override
	public void handlerAdded(ChannelHandlerContext added) {
		this.context = added;
		startHead();
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext removed) {
		this.deadline = cancelled(this.deadline);
		this.rest = cancelled(this.rest);
	}

	/** While a response is awaited nothing is read, so the client is not to blame. */
	void bytesArrived() {
		if (!this.isRequestOpen && this.unanswered == 0 && this.deadline == null) {
			startHead();
		}
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (message instanceof HttpRequest) {
			this.isRequestOpen = true;
			this.unanswered++;
			this.body.begin();
		}
		if (message instanceof HttpContent content) {
			this.body.arrived(content.content().readableBytes(), System.nanoTime());
		}
		this.deadline = cancelled(this.deadline);
		if (message instanceof LastHttpContent) {
			this.isRequestOpen = false;
			this.rest = cancelled(this.rest);
		}
		context.fireChannelRead(message);
	}

	/** More is wanted: from now on the client is waited for. */
	@Override
	public void read(ChannelHandlerContext context) {
		if (this.isRequestOpen && this.deadline == null) {
			this.deadline = start("body", this.body.wanted(System.nanoTime()));
		}
		context.read();
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
		boolean isInterim = message instanceof HttpResponse response
				&& response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
		super.write(context, message, promise);
		if (message instanceof LastHttpContent && !isInterim) {
			this.unanswered = Math.max(0, this.unanswered - 1);
			if (this.isRequestOpen && this.unanswered == 0) {
				this.rest = start("rest-of-body", this.settings.restTime().toNanos());
			}
		}
	}

	private void startHead() {
		this.deadline = start("headers", this.settings.headTime().toNanos());
	}

	private @Nullable Deadline start(String reason, long nanos) {
		ChannelHandlerContext own = this.context;
		return (own == null) ? null
				: new Deadline(own.executor(), nanos, () -> this.closed.close(own.channel(), reason));
	}

	private static @Nullable Deadline cancelled(@Nullable Deadline deadline) {
		if (deadline != null) {
			deadline.cancel();
		}
		return null;
	}

}
