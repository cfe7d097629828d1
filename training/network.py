# SPDX-License-Identifier: Apache-2.0
"""The network: embedded word features, a stack of two-way gated recurrences, and five heads.

Every activation is bounded, so that each has a fixed 8-bit step and the C++ twin computes in integers:

    e  concatenated embeddings                 clamped to the embedding range
    x0 = tanh(Win e)                           step 1/127
    z = tanh(.), f = sigmoid(.), r = sigmoid(.) of W x;  c_t = f_t c_{t-1} + (1 - f_t) z_t, forwards and backwards
    x' = x + r (c - x)                         step 1/127
    heads: tanh for arcs, relu cut at 4 for labels, tags and names
"""

import torch
from torch import nn

from features import INPUT_WIDTH, LEXICON_WIDTH, TABLES

WEIGHT_LEVELS = 63  # 7-bit weights: pairs of products fit 16 bits, so that AVX2 is exact
RELU_TOP = 4.0
EMBED_TOP = 1.0


def round_ste(x, levels, top):
    """Rounds to `levels` steps within +-top; the gradient passes where not clipped."""
    step = top / levels
    y = x.clamp(-top, top)
    return y + ((y / step).round_() * step - y).detach()


def quantise_weight(w):
    scale = (w.detach().abs().amax(1, keepdim=True) / WEIGHT_LEVELS).clamp_min(1e-8)
    return w + ((w.detach() / scale).round_() * scale - w.detach())


class Matmul(torch.autograd.Function):
    """x W^T with both factors in bfloat16 (or exactly, when not fast)."""

    @staticmethod
    def forward(ctx, x, w):
        xb, wb = x.bfloat16(), w.bfloat16()
        ctx.save_for_backward(xb, wb)
        return (xb @ wb.t()).float()

    @staticmethod
    def backward(ctx, g):
        xb, wb = ctx.saved_tensors
        gb = g.bfloat16()
        gb2 = gb.reshape(-1, gb.shape[-1])
        return (gb @ wb).float(), (gb2.t() @ xb.reshape(-1, xb.shape[-1])).float()


class Linear(nn.Module):
    def __init__(self, n_in, n_out, bias=0.0):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(n_out, n_in))
        nn.init.xavier_uniform_(self.weight)
        self.bias = nn.Parameter(torch.full((n_out,), bias))

    def forward(self, x, mode, more=None):
        """more: columns to append to the weights."""
        w = self.weight if more is None else torch.cat([self.weight, more], 1)
        w = quantise_weight(w) if mode.quantise else w
        if mode.fast:
            return Matmul.apply(x, w) + self.bias
        return x @ w.t() + self.bias


class Mode:
    """fast: products in bfloat16; quantise: round as the integers of the C++ twin; lexicon: see the word lists."""

    def __init__(self, fast=True, quantise=False, lexicon=True):
        self.fast, self.quantise, self.lexicon = fast, quantise, lexicon


class Recur(torch.autograd.Function):
    """The elementwise part of one layer over [time, sentence, channel]; the second half of the channels runs backwards."""

    @staticmethod
    def forward(ctx, pre, x, mask):
        n, half = x.shape[2], x.shape[2] // 2
        z = torch.sigmoid(pre[..., :n] * 2).mul_(2).sub_(1)
        f = torch.sigmoid(pre[..., n : 2 * n])
        r = torch.sigmoid(pre[..., 2 * n :])
        c = torch.addcmul(z, f, z, value=-1)
        c *= mask
        for t in range(1, c.shape[0]):
            c[t, :, :half].addcmul_(f[t, :, :half], c[t - 1, :, :half])
        for t in range(c.shape[0] - 2, -1, -1):
            c[t, :, half:].addcmul_(f[t, :, half:], c[t + 1, :, half:])
        ctx.save_for_backward(z, f, r, c, x, mask)
        return torch.addcmul(x, r, c - x)

    @staticmethod
    def backward(ctx, dh):
        z, f, r, c, x, mask = ctx.saved_tensors
        n, half = x.shape[2], x.shape[2] // 2
        dpre = torch.empty(*x.shape[:2], 3 * n)
        dx = torch.addcmul(dh, dh, r, value=-1)
        g = dh * r
        last = g.shape[0] - 1
        for t in range(last - 1, -1, -1):
            g[t, :, :half].addcmul_(f[t + 1, :, :half], g[t + 1, :, :half])
        for t in range(1, last + 1):
            g[t, :, half:].addcmul_(f[t - 1, :, half:], g[t - 1, :, half:])
        torch.mul(dh * (c - x), torch.addcmul(r, r, r, value=-1), out=dpre[..., 2 * n :])
        zm = z * mask
        prev = torch.zeros_like(c)
        prev[1:, :, :half] = c[:-1, :, :half]
        prev[:-1, :, half:] = c[1:, :, half:]
        prev -= zm
        prev *= g
        torch.mul(prev, torch.addcmul(f, f, f, value=-1), out=dpre[..., n : 2 * n])
        g *= mask
        g.addcmul_(g, f, value=-1)
        torch.addcmul(g, g * z, z, value=-1, out=dpre[..., :n])
        return dpre, dx, None


def lose_channels(x, drop):
    """Dropout of the same channels in the whole of a sentence."""
    return x * torch.empty(1, x.shape[1], x.shape[2]).bernoulli_(1 - drop).div_(1 - drop)


class Network(nn.Module):
    def __init__(self, words, joints, deprels, uner, news, hidden=256, layers=5, arc=128, label=128, tag=160, name=96):
        super().__init__()
        self.config = dict(words=words, joints=joints, deprels=deprels, uner=uner, news=news, hidden=hidden, layers=layers,
                           arc=arc, label=label, tag=tag, name=name)
        self.tables = nn.ModuleList()
        for kind, rows, width in TABLES:
            t = nn.Embedding(words if kind == "word" else rows, width)
            nn.init.uniform_(t.weight, -0.15, 0.15)
            self.tables.append(t)
        self.input = Linear(INPUT_WIDTH, hidden)
        self.layers = nn.ModuleList(Linear(hidden, 3 * hidden) for _ in range(layers))
        with torch.no_grad():
            for l in self.layers:
                l.bias[hidden : 2 * hidden] = torch.linspace(0.0, 2.5, hidden // 2).repeat(2)
        self.arc, self.label, self.tag, self.name = arc, label, tag, name
        self.heads = Linear(hidden, 2 * arc + 2 * label + tag + name)
        self.root_arc = nn.Parameter(torch.randn(arc) * 0.1)
        self.root_label = nn.Parameter(torch.randn(label) * 0.1)
        self.arc_scale = nn.Parameter(torch.tensor(0.5))
        self.to_label = Linear(label, deprels)
        self.to_tags = Linear(tag, 17 + joints)
        self.to_names = Linear(name, uner + news)
        # The word lists join a run that is under way: their columns begin at zero.
        self.lexicon = nn.Embedding(256, LEXICON_WIDTH)
        nn.init.normal_(self.lexicon.weight, 0, 0.1, generator=torch.Generator().manual_seed(7))
        self.input_lexicon = nn.Parameter(torch.zeros(hidden, LEXICON_WIDTH))

    def embed(self, rows, mode):
        """rows: [time, sentence, features]."""
        parts = [t(rows[..., i]) for i, t in enumerate(self.tables)]
        e = torch.cat(parts + ([self.lexicon(rows[..., -1])] if mode.lexicon else []), -1)
        return round_ste(e, 127, EMBED_TOP) if mode.quantise else e

    def forward(self, rows, mask, mode, drop=0.0):
        """mask: [time, sentence, 1]. Gives the arc and label vectors and the logits of tags and names."""
        q = (lambda v: round_ste(v, 127, 1.0)) if mode.quantise else (lambda v: v)
        lose = (lambda v: lose_channels(v, drop)) if drop and self.training else (lambda v: v)
        x = q(torch.tanh(self.input(lose(self.embed(rows, mode)), mode, self.input_lexicon if mode.lexicon else None)))
        for layer in self.layers:
            x = q(Recur.apply(layer(lose(x), mode), x, mask))
        h = self.heads(lose(x), mode)
        a, l = self.arc, self.label
        relu = (lambda v: round_relu(v)) if mode.quantise else (lambda v: v.clamp(0, RELU_TOP))
        dep, head = torch.tanh(h[..., :a]), torch.tanh(h[..., a : 2 * a])
        if mode.quantise:
            dep, head = round_ste(dep, 127, 1.0), round_ste(head, 63, 1.0)
        at = 2 * a
        lab_dep, lab_head = h[..., at : at + l], h[..., at + l : at + 2 * l]
        at += 2 * l
        tags = self.to_tags(lose(relu(h[..., at : at + self.tag])), mode)
        names = self.to_names(lose(relu(h[..., at + self.tag :])), mode)
        return dep, head, lab_dep, lab_head, tags, names

    def arcs(self, dep, head, mode):
        """[sentence, time, 1 + time]: the score of each head, the root first."""
        root = torch.tanh(self.root_arc)
        if mode.quantise:
            root = round_ste(root, 63, 1.0)
        heads = torch.cat([root.expand(head.shape[1], 1, -1), head.transpose(0, 1)], 1)
        return self.arc_scale * torch.bmm(dep.transpose(0, 1), heads.transpose(1, 2))

    def labels(self, lab_dep, lab_head, heads, mode):
        """lab_dep, lab_head: [time, sentence, width]; heads: [sentence, time], 0 for the root. Gives [sentence, time, deprels]."""
        table = torch.cat([self.root_label.expand(lab_head.shape[1], 1, -1), lab_head.transpose(0, 1)], 1)
        chosen = table.gather(1, heads[..., None].expand(-1, -1, table.shape[2]))
        v = lab_dep.transpose(0, 1) + chosen
        v = round_relu(v) if mode.quantise else v.clamp(0, RELU_TOP)
        return self.to_label(v, mode)


def round_relu(x):
    step = RELU_TOP / 255
    y = x.clamp(0, RELU_TOP)
    return y + ((y / step).round_() * step - y).detach()
