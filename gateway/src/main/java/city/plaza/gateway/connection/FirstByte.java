package city.plaza.gateway.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Sees bytes before the decoder has made a message of them. */
class FirstByte extends ChannelInboundHandlerAdapter {

	private final RequestDeadline deadline;

	FirstByte(RequestDeadline deadline) {
		this.deadline = deadline;
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object bytes) {
		this.deadline.bytesArrived();
		context.fireChannelRead(bytes);
	}

}
