package city.plaza.gateway.connection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;

/**
 * Closes a connection whose client does not take the response. It looks twice: a response
 * that has just begun on a connection that was idle is no stall.
 */
class WriteStall extends IdleStateHandler {

	private final ClosedConnections closed;

	private boolean waited;

	WriteStall(Duration stall, ClosedConnections closed) {
		super(true, 0, Math.max(1, stall.toMillis() / 2), 0, TimeUnit.MILLISECONDS);
		this.closed = closed;
	}

	@Override
	protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
		ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
		boolean waits = waiting != null && waiting.totalPendingWriteBytes() > 0;
		if (waits && this.waited && !event.isFirst()) {
			this.closed.close(context.channel(), "response-not-taken");
		}
		this.waited = waits;
	}

}
