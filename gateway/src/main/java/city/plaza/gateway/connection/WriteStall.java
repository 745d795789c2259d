package city.plaza.gateway.connection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;

/** Closes a connection whose client does not take the response. */
class WriteStall extends IdleStateHandler {

	private final ClosedConnections closed;

	WriteStall(Duration stall, ClosedConnections closed) {
		super(true, 0, stall.toMillis(), 0, TimeUnit.MILLISECONDS);
		this.closed = closed;
	}

	@Override
	protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
		ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
		if (waiting != null && waiting.totalPendingWriteBytes() > 0) {
			this.closed.close(context.channel(), "response-not-taken");
		}
	}

}
