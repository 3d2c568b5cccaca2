// Fused single-thread CPU kernels for training: bf16 activations, float32 arithmetic. Arrays are contiguous, last index
// fastest. `_forward` writes outputs, `_backward` writes input gradients and adds to weight gradients.
#include <math.h>
#include <stdint.h>
#include <string.h>

typedef uint16_t bf16;

static inline float load(bf16 bits) {
  union { uint32_t u; float f; } v;
  v.u = (uint32_t)bits << 16;
  return v.f;
}

// round half to even
static inline bf16 store(float x) {
  union { uint32_t u; float f; } v;
  v.f = x;
  return (bf16)((v.u + 0x7fffu + ((v.u >> 16) & 1u)) >> 16);
}

// RMSNorm: x, y [rows, size]; inverse [rows] keeps 1 / rms for the backward pass
void rms_forward(const bf16* restrict x, const float* restrict weight, bf16* restrict y, float* restrict inverse,
                 long rows, int size, float eps) {
  for (long r = 0; r < rows; r++) {
    const bf16* in = x + r * size;
    bf16* out = y + r * size;
    float sum = 0;
    for (int j = 0; j < size; j++) { float v = load(in[j]); sum += v * v; }
    float q = 1.f / sqrtf(sum / size + eps);
    inverse[r] = q;
    for (int j = 0; j < size; j++) out[j] = store(load(in[j]) * q * weight[j]);
  }
}

void rms_backward(const bf16* restrict grad, const bf16* restrict x, const float* restrict weight,
                  const float* restrict inverse, bf16* restrict grad_x, float* restrict grad_weight, long rows, int size) {
  for (long r = 0; r < rows; r++) {
    const bf16 *in = x + r * size, *g = grad + r * size;
    bf16* out = grad_x + r * size;
    float q = inverse[r], dot = 0;
    for (int j = 0; j < size; j++) {
      float normed = load(in[j]) * q, gj = load(g[j]);
      grad_weight[j] += gj * normed;
      dot += gj * weight[j] * normed;
    }
    dot /= size;
    for (int j = 0; j < size; j++) out[j] = store(q * (load(g[j]) * weight[j] - load(in[j]) * q * dot));
  }
}

// RMSNorm over the head, then rotary embedding: x, y [batch, time, heads, size]; cosine, sine [time, size]; size <= 256
void norm_rope_forward(const bf16* restrict x, const float* restrict weight, const float* restrict cosine,
                       const float* restrict sine, bf16* restrict y, float* restrict inverse, long batch, int time,
                       int heads, int size, float eps) {
  int half = size / 2;
  float t[256];
  for (long b = 0; b < batch; b++)
    for (int p = 0; p < time; p++)
      for (int k = 0; k < heads; k++) {
        long r = (b * time + p) * heads + k;
        const bf16* in = x + r * size;
        bf16* out = y + r * size;
        const float *c = cosine + p * size, *s = sine + p * size;
        float q = 0;
        for (int j = 0; j < size; j++) { t[j] = load(in[j]); q += t[j] * t[j]; }
        q = 1.f / sqrtf(q / size + eps);
        inverse[r] = q;
        for (int j = 0; j < size; j++) t[j] *= q * weight[j];
        for (int j = 0; j < half; j++) {
          out[j] = store(t[j] * c[j] - t[j + half] * s[j]);
          out[j + half] = store(t[j + half] * c[j] + t[j] * s[j]);
        }
      }
}

void norm_rope_backward(const bf16* restrict grad, const bf16* restrict x, const float* restrict weight,
                        const float* restrict cosine, const float* restrict sine, const float* restrict inverse,
                        bf16* restrict grad_x, float* restrict grad_weight, long batch, int time, int heads, int size) {
  int half = size / 2;
  float t[256];
  for (long b = 0; b < batch; b++)
    for (int p = 0; p < time; p++)
      for (int k = 0; k < heads; k++) {
        long r = (b * time + p) * heads + k;
        const bf16 *in = x + r * size, *g = grad + r * size;
        bf16* out = grad_x + r * size;
        const float *c = cosine + p * size, *s = sine + p * size;
        float q = inverse[r], dot = 0;
        for (int j = 0; j < half; j++) {
          float u = load(g[j]), v = load(g[j + half]);
          t[j] = u * c[j] + v * s[j];
          t[j + half] = v * c[j] - u * s[j];
        }
        for (int j = 0; j < size; j++) {
          float normed = load(in[j]) * q;
          grad_weight[j] += t[j] * normed;
          t[j] *= weight[j];
          dot += t[j] * normed;
        }
        dot /= size;
        for (int j = 0; j < size; j++) out[j] = store(q * (t[j] - load(in[j]) * q * dot));
      }
}

// SwiGLU: y = silu(gate) * up, n values
void swiglu_forward(const bf16* restrict gate, const bf16* restrict up, bf16* restrict y, long n) {
  for (long i = 0; i < n; i++) {
    float g = load(gate[i]);
    y[i] = store(g / (1.f + expf(-g)) * load(up[i]));
  }
}

void swiglu_backward(const bf16* restrict grad, const bf16* restrict gate, const bf16* restrict up,
                     bf16* restrict grad_gate, bf16* restrict grad_up, long n) {
  for (long i = 0; i < n; i++) {
    float g = load(gate[i]), u = load(up[i]), d = load(grad[i]), q = 1.f / (1.f + expf(-g));
    grad_up[i] = store(d * g * q);
    grad_gate[i] = store(d * u * (q + g * q * (1.f - q)));
  }
}

// cross-entropy of logits [rows, vocab]; the logits are overwritten by their gradient times weight[row]
void cross_entropy(bf16* restrict logits, const int64_t* restrict target, const float* restrict weight,
                   float* restrict loss, long rows, int vocab) {
  for (long r = 0; r < rows; r++) {
    bf16* z = logits + r * vocab;
    float top = -1e30f, sum = 0;
    for (int j = 0; j < vocab; j++) { float v = load(z[j]); top = v > top ? v : top; }
    for (int j = 0; j < vocab; j++) sum += expf(load(z[j]) - top);
    float wanted = load(z[target[r]]), scale = weight[r] / sum;
    loss[r] = logf(sum) + top - wanted;
    for (int j = 0; j < vocab; j++) z[j] = store(expf(load(z[j]) - top) * scale);
    z[target[r]] = store(expf(wanted - top) * scale - weight[r]);
  }
}

// softmax of scale * z over the first (row % time) + 1 of `time` values, in place, the rest zero; time <= 2048
void causal_softmax_forward(bf16* restrict z, long rows, int time, float scale) {
  for (long r = 0; r < rows; r++) {
    bf16* a = z + r * time;
    int n = (int)(r % time) + 1;
    float top = -1e30f, sum = 0, t[2048];
    for (int j = 0; j < n; j++) { float v = load(a[j]); top = v > top ? v : top; }
    for (int j = 0; j < n; j++) { t[j] = expf((load(a[j]) - top) * scale); sum += t[j]; }
    sum = 1.f / sum;
    for (int j = 0; j < n; j++) a[j] = store(t[j] * sum);
    memset(a + n, 0, (time - n) * sizeof(bf16));
  }
}

void causal_softmax_backward(const bf16* restrict probabilities, bf16* restrict grad, long rows, int time, float scale) {
  for (long r = 0; r < rows; r++) {
    const bf16* p = probabilities + r * time;
    bf16* g = grad + r * time;
    int n = (int)(r % time) + 1;
    float dot = 0;
    for (int j = 0; j < n; j++) dot += load(p[j]) * load(g[j]);
    for (int j = 0; j < n; j++) g[j] = store(load(p[j]) * (load(g[j]) - dot) * scale);
    memset(g + n, 0, (time - n) * sizeof(bf16));
  }
}
