package city.plaza.platform.http;

import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.ProblemWriter;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.MediaType;

/**
 * Stands in a connection between Netty's decoder and the server. A request that breaks
 * the rules gets a problem and ends the connection, for it is unknown where the next one
 * would begin; nothing after it is read. Responses to requests before it are finished
 * first, in their order.
 */
@SuppressWarnings("FutureReturnValueIgnored") // whoever waits for a write or a close has
												// the promise
final class RequestGate extends ChannelDuplexHandler {

	static final String NAME = "plaza.requestGate";

	private static final Logger log = LoggerFactory.getLogger(RequestGate.class);

	/** How long a client may go on sending before its connection is cut. */
	private static final long LINGER_MILLIS = 500;

	private final ProblemWriter problems;

	private final SecurityHeaders securityHeaders;

	/** Requests let through whose response is not finished. */
	private int open;

	private boolean isResponding;

	private @Nullable Refusal refusal;

	/** Requests whose responses come before the refusal. */
	private int older;

	/** Whether it is the body of a request that is refused, which was let through. */
	private boolean isOfBody;

	private boolean isRefused;

	RequestGate(ProblemWriter problems, SecurityHeaders securityHeaders) {
		this.problems = problems;
		this.securityHeaders = securityHeaders;
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (this.refusal != null) {
			ReferenceCountUtil.release(message);
			return;
		}
		Optional<Refusal> found = check(message);
		if (found.isEmpty()) {
			this.open += (message instanceof HttpRequest) ? 1 : 0;
			context.fireChannelRead(message);
			return;
		}
		ReferenceCountUtil.release(message);
		this.refusal = found.get();
		log.debug("Refused a request: {}", this.refusal);
		this.isOfBody = !(message instanceof HttpRequest);
		this.older = this.isOfBody ? this.open - 1 : this.open;
		refuseInTurn(context, this.refusal);
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		if (this.isRefused) {
			ReferenceCountUtil.release(message);
			promise.tryFailure(new ClosedChannelException());
			return;
		}
		boolean isInformational = message instanceof HttpResponse response
				&& response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
		context.write(message, promise);
		if (isInformational) {
			return;
		}
		if (message instanceof HttpResponse) {
			this.isResponding = true;
		}
		if (message instanceof LastHttpContent) {
			this.isResponding = false;
			this.open--;
			this.older--;
			if (this.refusal != null) {
				refuseInTurn(context, this.refusal);
			}
		}
	}

	private static Optional<Refusal> check(Object message) {
		if (message instanceof HttpRequest request) {
			return RequestRules.check(request);
		}
		boolean isUndecodable = message instanceof HttpObject part && part.decoderResult().isFailure();
		return isUndecodable ? Optional.of(RequestRules.undecodable(((HttpObject) message).decoderResult()))
				: Optional.empty();
	}

	private void refuseInTurn(ChannelHandlerContext context, Refusal refusal) {
		if (this.older > 0 || this.isRefused) {
			return;
		}
		boolean isResponded = this.isOfBody && (this.isResponding || this.older < 0);
		if (isResponded) {
			context.close();
			return;
		}
		respond(context, refusal);
	}

	private void respond(ChannelHandlerContext context, Refusal refusal) {
		this.isRefused = true;
		context.writeAndFlush(response(refusal.problem())).addListener((written) -> {
			if (context.channel() instanceof DuplexChannel socket && context.pipeline().get(SslHandler.class) == null) {
				// Closed at once while more arrives, the client's system would drop the
				// response unread.
				socket.shutdownOutput();
				context.channel().config().setAutoRead(true);
				context.executor().schedule(() -> context.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
			}
			else {
				context.close();
			}
		});
	}

	private FullHttpResponse response(Problem problem) {
		String id = UUID.randomUUID().toString();
		byte[] body = this.problems.bytes(problem, id);
		FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
				HttpResponseStatus.valueOf(problem.status().value()), Unpooled.wrappedBuffer(body));
		this.securityHeaders.forEach(response.headers()::set);
		response.headers()
			.set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
			.setInt(HttpHeaderNames.CONTENT_LENGTH, body.length)
			.set(HttpHeaderNames.CACHE_CONTROL, "no-store")
			.set(ProblemWriter.REQUEST_ID, id)
			.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
		return response;
	}

}
